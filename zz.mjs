import { build } from "esbuild";import {readFileSync} from "node:fs";
const entry=process.argv[2];
const dataAsText={name:"d",setup({onLoad}){onLoad({filter:/\/data\/[^/]+\.json$/},({path})=>({contents:`module.exports = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path,"utf8"))))})`}))}};
const r=await build({entryPoints:[entry],bundle:true,platform:"node",target:"node20",format:"cjs",minify:true,write:false,metafile:true,plugins:[dataAsText],external:["@pulumi/*","./pages.js","./register-libraries.js"],outdir:"x",logLevel:"error"});
const o=Object.values(r.metafile.outputs)[0];console.log(o.bytes);for(const[k,v]of Object.entries(o.inputs).sort((a,b)=>b[1].bytesInOutput-a[1].bytesInOutput).slice(0,30))console.log(v.bytesInOutput,k);

exports.handler = () => "ok";

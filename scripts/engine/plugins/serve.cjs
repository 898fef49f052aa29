/** What the plugins share: the SDK's protocol buffers, and a gRPC server that announces its port the way Pulumi expects. */
"use strict";
const { createRequire } = require("node:module");

// The protocol classes work only with the very grpc-js and google-protobuf that the SDK itself resolves.
const sdk = createRequire(require.resolve("@pulumi/pulumi"));
const grpc = sdk("@grpc/grpc-js");
const { Empty } = sdk("google-protobuf/google/protobuf/empty_pb");
const { Struct } = sdk("google-protobuf/google/protobuf/struct_pb");

const largestMessage = 400 * 1024 * 1024;

/** One of the SDK's generated protocol modules, for example `provider_pb`. */
const protocol = (name) => sdk(`@pulumi/pulumi/proto/${name}`);

/** A handler for a call that has one answer, which `answer` computes from the request. */
const unary = (answer) => (call, callback) => {
  Promise.resolve()
    .then(() => answer(call.request))
    .then(
      (response) => callback(null, response),
      (error) => callback({ code: error.code ?? grpc.status.INTERNAL, details: error.message }),
    );
};

/** Fails a call the way gRPC says "there is no such method", which the engine accepts for optional ones. */
function unimplemented(what) {
  throw Object.assign(new Error(`${what} is not implemented by this stand-in`), { code: grpc.status.UNIMPLEMENTED });
}

/** Serves `handlers` for `service`, answers every other method of it with UNIMPLEMENTED, and prints the port. */
function serve(service, handlers) {
  const complete = Object.fromEntries(
    Object.keys(service).map((method) => [method, handlers[method] ?? unary(() => unimplemented(method))]),
  );
  const server = new grpc.Server({ "grpc.max_receive_message_length": largestMessage });
  server.addService(service, complete);
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    console.log(port);
  });
}

module.exports = { Empty, Struct, protocol, serve, unary, unimplemented };

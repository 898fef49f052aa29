exports.handler = () => JSON.stringify({ status: "ok" });

// Stands in for native-watchdog, which has to be compiled: it would end an extension host whose server has died.
// Ours ends with the process group of the server.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);

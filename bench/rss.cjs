// Loaded before a measured program: writes the peak of its memory, in KB, to file descriptor 3 when it ends.
process.on("exit", () => {
  try {
    require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS));
  } catch {
    // Nobody listens: the program runs outside the benchmark.
  }
});

import telltale from "telltale/vite";
import { build, createServer } from "vite";

const config = {
  configFile: false,
  plugins: [telltale()],
  build: {
    minify: false,
    outDir: "out",
    rolldownOptions: { output: { entryFileNames: "main.js" } },
    watch: process.argv[2] === "watch" ? {} : null,
  },
};
if (process.argv[2] === "serve") {
  const server = await createServer({
    ...config,
    server: { host: "127.0.0.1", port: 0 },
  });
  await server.listen();
  console.log(server.resolvedUrls.local[0]);
} else {
  try {
    const watcher = await build(config);
    watcher.on?.("event", (event) => {
      if (event.code === "END") console.log("built");
    });
  } catch (error) {
    console.error([error.message, error.frame].join("\n"));
    process.exitCode = 1;
  }
}

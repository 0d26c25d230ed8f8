// Runs the engine beside the page: questions come as bytes, answers go back as bytes. See boot.js, which starts it.
//
// The first message holds the program and the address of its glue. Nothing is fetched here but that glue.
let start;
onmessage = async ({ data: { id, asked, glue, program } }) => {
  start ??= import(glue).then((it) => it.default({ module_or_path: program }));
  try {
    await start;
    const answer = calculatorAnswer(asked);
    postMessage({ id, answer }, [answer.buffer]);
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
};

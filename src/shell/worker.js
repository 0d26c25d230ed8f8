// Runs the engine beside the page: questions come as bytes, answers go back as bytes. See boot.js, which starts it.
//
// boot.js puts the engine's glue before this text and runs both as one script of the page's own making, so that the
// page's Content-Security-Policy holds here, too. Nothing is fetched: the first message holds the program.
{
  let start;
  onmessage = async ({ data: { id, asked, program } }) => {
    start ??= __wbg_init({ module_or_path: program });
    try {
      await start;
      const answer = calculatorAnswer(asked);
      postMessage({ id, answer }, [answer.buffer]);
    } catch (error) {
      postMessage({ id, failed: String(error) });
    }
  };
}

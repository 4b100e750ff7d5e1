/** One question to a worker of our own and its answer; the worker ends with it, and a worker that breaks is a failure. */
export async function askWorker<Q extends { readonly id: number }, A extends { readonly id: number }>(
  worker: Worker,
  question: Q,
  transfer: Transferable[] = [],
): Promise<A> {
  try {
    return await new Promise<A>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<A>) => {
        if (event.data.id === question.id) resolve(event.data);
      };
      worker.onerror = () => reject(new Error('A worker of the extension could not do its work.'));
      worker.postMessage(question, transfer);
    });
  } finally {
    worker.terminate();
  }
}

// While an import runs its progress is shown live; once it has ended the page is loaded again, with what it brought.
const PAUSE_MS = 1500;
const address = document.querySelector('script[data-progress]').dataset.progress;

function show(job) {
  const store = document.querySelector(`[data-connection="${CSS.escape(job.connection)}"][data-busy]`);
  if (!store) return false;
  const bar = store.querySelector('progress');
  if (job.total !== undefined) {
    bar.max = job.total;
    bar.value = job.done;
  }
  const text = store.querySelector('[data-text]');
  if (text.textContent !== job.text) text.textContent = job.text;
  return !job.unfinished;
}

async function follow() {
  while (document.querySelector('[data-busy]')) {
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    let jobs;
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      jobs = await answer.json();
    } catch {
      continue; // The network is away for a moment; what is shown stays.
    }
    if (jobs.map(show).some(ended => ended)) {
      if (dispatchEvent(new CustomEvent('eyewearml:reload', { cancelable: true }))) location.reload();
      return;
    }
  }
}

follow();

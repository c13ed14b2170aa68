// Follows an import and shows its report once it is done.
const PAUSE_MS = 1000;
const place = document.querySelector('[data-import]');
const bar = place.querySelector('progress');

for (let done = false; !done;) {
  await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  try {
    const answer = await fetch(place.dataset.import, { headers: { Accept: 'application/json' } });
    if (!answer.ok) break;
    const state = await answer.json();
    bar.value = state.done;
    done = state.state !== 'WAITING';
    if (done && dispatchEvent(new CustomEvent('eyewearml:reload', { cancelable: true }))) location.reload();
  } catch {
    // The network is away for a moment.
  }
}

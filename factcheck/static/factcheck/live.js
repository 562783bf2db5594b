/* What others do shows as signs in place; what is read or typed stays as it is until one asks for the new. */
(() => {
  const EVERY = 5000;
  const slot = document.querySelector('[data-live-from]');
  if (!slot) return;
  const all = selector => [...document.querySelectorAll(selector)];
  const first = new Map();
  const changed = new Set();

  const sign = (id, [state, word]) => {
    for (const el of all(`#words [data-claim="${id}"], #rail-body [data-claim="${id}"]`)) {
      if (el.dataset.state === state) continue;
      changed.add(id);
      el.dataset.state = state;
      if (el.dataset.kind) el.setAttribute('aria-describedby', `k-${el.dataset.kind} s-${state}`);
      const words = el.querySelector('.meta > span');
      if (words) words.textContent = word;
    }
  };

  const say = now => {
    const chosen = new URL(location.href).searchParams.get('claim');
    const known = now.claims[chosen];
    const elsewhere = known && first.has(chosen) && first.get(chosen) !== known[2];
    slot.dataset.live = 'on';
    if (elsewhere) { offer('This claim was changed. Show', () => show(chosen, known)); return; }
    if (now.latest > Number(slot.dataset.latest)) { offer(`Version ${now.latest} is there. Show`, () => { location.search = ''; }); return; }
    slot.textContent = changed.size ? `${changed.size} ${changed.size === 1 ? 'claim' : 'claims'} changed` : 'Up to date';
  };

  const offer = (words, act) => {
    if (slot.textContent === words) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn--text';
    button.textContent = words;
    button.addEventListener('click', act);
    slot.replaceChildren(button);
  };

  const show = async (id, known) => {
    if (!await factcheckPanel.load(location.pathname + location.search, 'what was changed')) return;
    first.set(id, known[2]);
    const here = slot.contains(document.activeElement);
    slot.textContent = 'Up to date';
    if (here) (document.getElementById('claim-h') ?? document.getElementById('panel')).focus();
  };

  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(slot.dataset.liveFrom, { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) throw new Error('no answer');
      const now = await answer.json();
      for (const [id, known] of Object.entries(now.claims)) {
        if (!first.has(id)) first.set(id, known[2]);
        sign(id, known);
      }
      say(now);
    } catch {
      slot.dataset.live = 'off';
      slot.textContent = 'No connection. What you type is kept here.';
    }
  };

  /* The panel that is chosen now was read now. */
  document.addEventListener('factcheck:panel', () => { first.delete(new URL(location.href).searchParams.get('claim')); });
  ask();
  setInterval(ask, EVERY);
})();

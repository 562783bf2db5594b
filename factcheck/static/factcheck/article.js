/* The article page: the mark in the text, the line in the list and the panel move together. */
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const panel = document.getElementById('panel');
  const workspace = one('.workspace');
  const narrow = matchMedia('(max-width: 47.99rem)');

  /* Claims in the order of the text; the keys step over claims, not over parts of marks. */
  const lines = () => all('#rail-body .claims [data-claim]');
  const mark = id => document.getElementById(`m${id}`);
  const chosen = () => one('#rail-body [aria-current="true"]')?.dataset.claim;

  const say = words => { document.getElementById('said').textContent = words; };

  const show = id => {
    for (const el of all('#words [data-claim], #rail-body [data-claim]')) {
      if (el.dataset.claim === id) el.setAttribute('aria-current', 'true'); else el.removeAttribute('aria-current');
    }
    lines().find(line => line.dataset.claim === id)?.scrollIntoView({ block: 'nearest' });
  };

  const choose = async (id, { focus = false } = {}) => {
    const line = lines().find(el => el.dataset.claim === id);
    if (!line) return;
    const url = new URL(line.href);
    show(id);
    if (focus) mark(id)?.focus({ preventScroll: true });
    /* On a narrow screen the sheet covers the lower half, so the mark has to stand in the upper one. */
    if (narrow.matches) mark(id)?.scrollIntoView({ block: 'start' });
    else if (focus) mark(id)?.scrollIntoView({ block: 'nearest' });
    history.replaceState(null, '', url.pathname + url.search);
    workspace.classList.remove('workspace--glance');
    const place = `${lines().indexOf(line) + 1} of ${lines().length}`;
    if (!await factcheckPanel.load(url.pathname + url.search, `claim ${place}`)) return;
    panel.scrollTo(0, 0);
    say(`Claim ${place}`);
  };

  const close = () => {
    const id = chosen();
    const url = new URL(location.href);
    url.searchParams.delete('claim');
    url.hash = '';
    show(null);
    history.replaceState(null, '', url.pathname + url.search);
    workspace.classList.add('workspace--glance');
    factcheckPanel.load(url.pathname + url.search, 'what stands in the article');
    if (id) mark(id)?.focus({ preventScroll: true });
  };

  const step = by => {
    const ids = lines().map(line => line.dataset.claim);
    const at = ids.indexOf(chosen());
    const to = at < 0 ? (by > 0 ? 0 : ids.length - 1) : at + by;
    if (ids[to]) choose(ids[to], { focus: true });
  };

  const nextFlag = () => {
    const at = lines().findIndex(line => line.dataset.claim === chosen());
    const flagged = lines().filter(line => line.dataset.state === 'flagged');
    const next = flagged.find(line => lines().indexOf(line) > at) ?? flagged[0];
    if (next) choose(next.dataset.claim, { focus: true }); else say('No open flag in this version');
  };

  document.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    const link = event.target.closest('#words a[data-claim], #rail-body a[data-claim], a[data-claim-link], a[data-close]');
    if (!link) return;
    event.preventDefault();
    if (link.matches('[data-close]')) { close(); return; }
    const id = link.dataset.claim ?? link.dataset.claimLink;
    const fromList = location.hash === '#claims';
    choose(id, { focus: Boolean(link.dataset.claimLink) });
    if (fromList) location.replace(`#m${id}`);
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const inPanel = panel.contains(document.activeElement);
    if (event.key === 'Escape' && inPanel) { const id = chosen(); (mark(id) ?? document.getElementById('text')).focus(); return; }
    if (event.target.closest('input, textarea, select, dialog[open]')) return;
    if (event.key === 'Enter' && event.target.matches('#words a[data-claim], #rail-body a[data-claim]')) {
      event.preventDefault();
      choose(event.target.dataset.claim).then(() => (one('.panel__lost .btn', panel) ?? document.getElementById('claim-h') ?? panel).focus());
      return;
    }
    try { if (localStorage.getItem('factcheck.keys.off') === 'yes') return; } catch { /* keys stay on */ }
    const act = { j: () => step(1), k: () => step(-1), f: nextFlag }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  /* What was focused before the marks came in stays so: the element with the same id, else the text. */
  let focused = null;
  document.addEventListener('htmx:beforeSwap', () => { focused = document.activeElement?.id || null; });
  document.addEventListener('htmx:afterSettle', event => {
    if (event.detail.target?.id !== 'sum') return;
    if (document.activeElement === document.body && focused) {
      (document.getElementById(focused) ?? document.getElementById('text')).focus({ preventScroll: true });
    }
    if (!one('#sum[hx-get]')) say(document.getElementById('sum').textContent);
  });

  /* On a narrow screen the panel is a sheet; its grip shows less or more of it. */
  const grip = one('.grip');
  grip.addEventListener('click', () => {
    const peek = panel.dataset.sheet !== 'peek';
    panel.dataset.sheet = peek ? 'peek' : 'open';
    grip.setAttribute('aria-expanded', String(!peek));
  });
  /* After an act on a claim the focus is on the mark of the claim that the address names. */
  if (chosen() && location.hash === `#m${chosen()}`) mark(chosen())?.focus({ preventScroll: true });
  /* After a refusal the address is the article's again, and the focus is where it is said why. */
  const why = workspace.dataset.at && (one('[aria-invalid="true"]', panel) ?? one('[role="alert"]', panel));
  if (workspace.dataset.at) history.replaceState(null, '', workspace.dataset.at);
  if (why) { if (why.matches('[role="alert"]')) why.tabIndex = -1; why.focus(); why.scrollIntoView({ block: 'center' }); }
  if (narrow.matches && chosen()) mark(chosen())?.scrollIntoView({ block: 'start' });
  lines().find(line => line.getAttribute('aria-current'))?.scrollIntoView({ block: 'nearest' });
})();

/* Asks for the panel of a claim. What is late shows a skeleton; what does not come says why, and how to go on. */
window.factcheckPanel = (() => {
  const LATE = 300;
  const LONG = 10000;
  const GIVEN_UP = 30000;
  const panel = document.getElementById('panel');
  const skeleton = document.getElementById('panel-wait');
  const body = () => document.getElementById('panel-body');
  const say = words => { document.getElementById('said').textContent = words; };
  let asking = null;

  /* Why nothing came, and the ways out: again asks again, link leads to a page. */
  const TRY = { again: 'Try again' };
  const REFUSED = {
    403: { why: 'Your login may not see this any more. Ask an admin of the desk.' },
    404: { why: 'There is no such claim any more, or no such version.', link: 'Load the article again', href: location.pathname },
    429: { why: 'Too many requests were sent from here. Wait a minute.', ...TRY },
  };
  const of = answer => {
    if (answer.redirected) return { why: 'You are logged out.', link: 'Log in and come back', href: answer.url };
    return REFUSED[answer.status] ?? { why: `Something broke on our side (${answer.status}). If it happens again, tell whoever runs the workbench.`, ...TRY };
  };
  const unanswered = late => ({ why: late ? 'No answer came within 30 seconds.' : 'There is no connection to the desk.', ...TRY });

  const make = (name, attributes, ...inside) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...inside);
    return made;
  };

  /* What stands in the panel goes only where it is another claim's: words that are typed are not lost. */
  const tell = ({ url, what }, { why, again, link, href }) => {
    const ways = make('p', { className: 'btnrow mt-2' });
    if (again) ways.append(make('button', { type: 'button', className: 'btn btn--small', textContent: again, onclick: () => load(url, what) }));
    if (link) ways.append(make('a', { className: 'btn btn--small', textContent: link, href }));
    const told = make('div', { className: 'notice notice--bad panel__lost' }, make('div', {}, make('p', {}, make('strong', { textContent: 'Not loaded. ' }), why), ways));
    told.setAttribute('role', 'alert');
    const same = (body().dataset.claim || null) === new URL(url, location.href).searchParams.get('claim');
    if (same) body().prepend(told); else { body().replaceChildren(told); body().dataset.claim = ''; }
  };

  const read = html => new DOMParser().parseFromString(html, 'text/html').getElementById('panel-body');

  const put = fresh => {
    const inside = body().contains(document.activeElement);
    body().replaceWith(document.adoptNode(fresh));
    if (inside) (document.getElementById('claim-h') ?? panel).focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent('factcheck:panel'));
  };

  const begin = (url, what) => {
    asking?.stop('another one is asked for');
    const control = new AbortController();
    const long = skeleton.querySelector('[data-long]');
    const show = () => { panel.scrollTo(0, 0); skeleton.hidden = false; say(`Loading ${what}`); };
    const timers = [setTimeout(show, LATE), setTimeout(() => { long.hidden = false; }, LONG), setTimeout(() => mine.stop('late'), GIVEN_UP)];
    const mine = { url, what, late: false, signal: control.signal };
    mine.stop = why => { mine.late = why === 'late'; control.abort(); };
    mine.end = () => {
      timers.forEach(clearTimeout);
      if (asking !== mine) return;
      asking = null;
      skeleton.hidden = long.hidden = true;
      panel.removeAttribute('aria-busy');
    };
    asking = mine;
    skeleton.hidden = long.hidden = true;
    panel.setAttribute('aria-busy', 'true');
    for (const old of panel.querySelectorAll('.panel__lost')) old.remove();
    return mine;
  };

  /* Whether the panel shows now what the address names. what: how it is called when it is late. */
  const load = async (url, what) => {
    const mine = begin(url, what);
    let lost = null;
    let fresh = null;
    try {
      const answer = await fetch(url, { headers: { 'HX-Request': 'true', 'HX-Target': 'panel-body' }, signal: mine.signal });
      if (answer.ok && !answer.redirected) fresh = read(await answer.text());
      if (!fresh) lost = of(answer);
    } catch {
      lost = unanswered(mine.late);
    }
    const counts = asking === mine;
    mine.end();
    if (!counts) return false;
    if (lost) tell(mine, lost); else put(fresh);
    return !lost;
  };

  return { load };
})();

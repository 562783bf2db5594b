/* Parts of a page that are asked for by themselves: where none comes the page says why, and what stood there stays. */
(() => {
  const asksAgain = element => element.matches('[hx-trigger^="every"]');
  const WHOLE_PAGE = /^\s*<!doctype/i;

  const tell = ({ elt, target }, why, link = '') => {
    const again = asksAgain(elt);
    const told = target.querySelector('.lost') ?? target.insertAdjacentElement(again ? 'beforeend' : 'afterbegin', document.createElement('p'));
    if (told.dataset.why === why) return;
    told.dataset.why = why;
    told.className = again ? 'lost small' : 'lost notice notice--bad';
    if (!again) told.setAttribute('role', 'alert');
    told.textContent = `${again ? '' : 'Not kept. '}${why} ${link ? '' : again ? 'The page goes on asking.' : 'Try again.'}`;
    if (link) told.append(Object.assign(document.createElement('a'), { textContent: link, href: location.href }));
  };

  document.addEventListener('htmx:sendError', event => tell(event.detail, 'There is no connection to the desk.'));
  document.addEventListener('htmx:responseError', event => {
    tell(event.detail, `Something broke on our side (${event.detail.xhr.status}).`);
  });
  /* Who is logged out is led to the login, which is no part of this page. */
  document.addEventListener('htmx:beforeSwap', event => {
    if (!WHOLE_PAGE.test(event.detail.serverResponse)) return;
    event.detail.shouldSwap = false;
    tell(event.detail.requestConfig, 'You are logged out, or the page is another one now.', 'Load the page again');
  });
  document.addEventListener('htmx:afterRequest', event => {
    const { successful, elt, target, xhr } = event.detail;
    if (successful && !WHOLE_PAGE.test(xhr.responseText) && elt.isConnected) target.querySelector('.lost')?.remove();
  });
})();

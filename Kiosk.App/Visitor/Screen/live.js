// When the programme or the printer changes, a page that shows it fetches itself again; when a tablet was paired, its square goes.
import { leave, refresh } from "./navigate.js";

const news = new EventSource("/live");
const tryAgainAfter = 1000; // milliseconds; a touch goes first
let opened = false;

const showsProgramme = () => ["live", "rest"].includes(document.body.dataset.behaviour);
const showsPrinter = () => document.querySelector(".take, .card-slip");

function freshen(isMeant) {
  if (isMeant() && !refresh(location.pathname + location.search)) setTimeout(freshen, tryAgainAfter, isMeant);
}

news.addEventListener("programme", () => freshen(showsProgramme));
news.addEventListener("bell", () => freshen(() => !["rest", "corners"].includes(document.body.dataset.behaviour)));
news.addEventListener("printer", () => freshen(showsPrinter));
news.addEventListener("pairing", () => { if (document.querySelector(".pairing")) leave("/rest"); });
news.addEventListener("open", (event) => { // the kiosk's own, once a connection; again: what was told meanwhile was missed
  if (!(event instanceof MessageEvent)) return;
  if (opened) freshen(() => showsProgramme() || showsPrinter());
  opened = true;
});

export { news };

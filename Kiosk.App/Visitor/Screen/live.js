// When the programme changes, a page that shows it fetches itself again.
import { show } from "./navigate.js";

const news = new EventSource("/live");
news.addEventListener("programme", () => {
  if (["live", "rest"].includes(document.body.dataset.behaviour)) show(location.pathname + location.search, { keepFocus: true });
});

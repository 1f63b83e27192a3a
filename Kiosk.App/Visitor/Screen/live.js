// When the programme changes, a page that shows it fetches itself again.
import { refresh } from "./navigate.js";

const news = new EventSource("/live");
news.addEventListener("programme", () => {
  if (["live", "rest"].includes(document.body.dataset.behaviour)) refresh(location.pathname + location.search);
});

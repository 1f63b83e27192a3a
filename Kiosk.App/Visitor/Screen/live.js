// When the programme or the printer changes, a page that shows it fetches itself again.
import { refresh } from "./navigate.js";

const news = new EventSource("/live");
news.addEventListener("programme", () => {
  if (["live", "rest"].includes(document.body.dataset.behaviour)) refresh(location.pathname + location.search);
});
news.addEventListener("printer", () => {
  if (document.querySelector(".take, .card-slip, .scan")) refresh(location.pathname + location.search);
});

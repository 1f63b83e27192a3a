// Comfort on top of pages that work by plain forms and links: one module per behaviour.
import "./live.js";
import "./bell.js";

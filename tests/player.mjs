// Prints what a player shows after each event, given its page, a timeline and the events: clicks and frames.
import { readFileSync } from "node:fs";

const { page, timeline, events } = JSON.parse(readFileSync(0, "utf8"));
const [, script] = page.match(/<script type="module">(.*?)<\/script>/s);
const elements = {}, frames = [];
let now = 0;

const document = { querySelector: (place) => elements[place] ??= {} };
const fetch = async () => ({ json: async () => timeline });
const performance = { now: () => now };
const requestAnimationFrame = (frame) => frames.push(frame);
const AsyncFunction = (async () => {}).constructor;
const play = new AsyncFunction("document", "fetch", "performance", "requestAnimationFrame", script);
await play(document, fetch, performance, requestAnimationFrame);

const shown = events.map((event) => {
  if (typeof event === "string") {
    elements[event].onclick();
  } else {
    now = event * 1000;
  }
  frames.shift()(now);
  return [elements.h1.textContent, String(elements["[role=timer]"].textContent)];
});
console.log(JSON.stringify(shown));

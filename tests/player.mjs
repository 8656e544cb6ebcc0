// Prints what a player shows after each event, given its page, the status and the timeline that the server returns, and
// the events: clicks and frames. If the player fails, this prints the error.
import { readFileSync } from "node:fs";

const { page, status, timeline, events } = JSON.parse(readFileSync(0, "utf8"));
const [, script] = page.match(/<script type="module">(.*?)<\/script>/s);
const elements = {}, frames = [];
let now = 0;

const document = { querySelector: (place) => elements[place] ??= {} };
const fetch = async () => ({ ok: status === 200, status, json: async () => timeline, text: async () => "no timeline" });
const performance = { now: () => now };
const requestAnimationFrame = (frame) => frames.push(frame);
const AsyncFunction = (async () => {}).constructor;
const play = new AsyncFunction("document", "fetch", "performance", "requestAnimationFrame", script);
try {
  await play(document, fetch, performance, requestAnimationFrame);
} catch (error) {
  console.log(JSON.stringify([[elements.h1.textContent, error.message]]));
  process.exit();
}

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

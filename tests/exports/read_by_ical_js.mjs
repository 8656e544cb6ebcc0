// Writes the moments of all events of calendar files, in seconds since 1970, as ical.js counts them.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const { files, until } = JSON.parse(readFileSync(0, "utf8"));

function momentsIn(file) {
  const moments = [];
  for (const component of new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent")) {
    const iterator = new ICAL.Event(component).iterator();
    for (let time = iterator.next(); time && time.toUnixTime() < until; time = iterator.next()) {
      moments.push(time.toUnixTime());
    }
  }
  return moments.sort((one, other) => one - other);
}

process.stdout.write(JSON.stringify(files.map(momentsIn)));

// Reads every .ics below a folder with ical.js and writes its events: path, uid, start, end, whole day, status, summary.
const fs = require('node:fs')
const path = require('node:path')
const loaded = require('ical.js')
const ICAL = loaded.default ?? loaded

function * below (folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) yield * below(at)
    else if (entry.name.endsWith('.ics')) yield at
  }
}

const site = process.argv[2]
const events = []
for (const file of below(site)) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component)
    const utc = time => time && !time.isDate ? new Date(time.toUnixTime() * 1000).toISOString() : time && time.toString()
    events.push({
      path: path.relative(site, file),
      uid: event.uid,
      start: utc(event.startDate),
      end: component.getFirstProperty('dtend') ? utc(event.endDate) : null,
      day: event.startDate.isDate,
      status: component.getFirstPropertyValue('status'),
      summary: event.summary
    })
  }
}
process.stdout.write(JSON.stringify(events))

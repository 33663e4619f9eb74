import { accountNamed, Api } from "./api";

/** As long as a customer's name gets. */
export const longName =
  "Österreichische Präzisionsgetriebe- und Antriebstechnik Handelsgesellschaft m.b.H.";

const day = (after: number) =>
  new Date(Date.now() + after * 24 * 3600 * 1000).toISOString().slice(0, 10);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The first days of this quarter and of those before it. */
function quarters(count: number): string[] {
  const now = new Date();
  const first = Math.floor(now.getUTCMonth() / 3) * 3;
  return upTo(count).map((ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), first - 3 * ago, 1)).toISOString().slice(0, 10),
  );
}

const areas = [
  "Schneckengetriebe und Stirnradgetriebemotoren",
  "Frequenzumrichter mit Sicherheitsfunktionen",
  "Hochtemperaturbeständige Kabelkonfektionen",
  "Steuerungen",
  "Sensorik",
  "Linearführungen für Reinraumanwendungen",
  "Präzisionskupplungen",
  "Instandhaltungsdienstleistungen",
  "IT",
];

/** An account of ten cycles with everything that an account can have, and long names for all of it. */
export async function makeLargeAccount(address: string): Promise<string> {
  const head = await Api.as(address, "Ute Krämer");
  const { demo } = await head.get("/session");
  const person = (name: string): string =>
    demo.find((one: { name: string }) => one.name === name).id;
  const katrin = person("Katrin Vogt");
  const { id: account } = await head.make(`/accounts?manager=${katrin}`, {
    name: longName,
    code: "OEPRAEZISION",
    industry: "Antriebstechnik, Verpackungsmaschinen und Reinraumtechnik",
    cadence: 3,
    firstCycleStart: day(-9 * 90 - 30),
    parent: await accountNamed(head, "Teutonia Hausgeräte SE"),
    statusNote: `${longName} bündelt ihre Lieferanten an allen zwölf Standorten`,
  });
  const api = await Api.as(address, "Katrin Vogt");
  const below = (path: string) => `/accounts/${account}/${path}`;
  for (const name of ["Jonas Albers", "Meike Oltmann", "Deniz Aydın"])
    await api.make(below("team-members"), { user: person(name), role: "member" });
  await api.make(below("team-members"), { user: person("Dr. Stefan Rehberg"), role: "sponsor" });

  const sites: string[] = [];
  for (const index of upTo(12))
    sites.push(
      (
        await api.make(below("sites"), {
          name: `Präzisionsgetriebewerk Oberwaltersdorf-Süd ${index + 1}`,
          city: "Oberwaltersdorf",
          country: "AT",
          purchasers: 3 + index,
        })
      ).id,
    );
  const productAreas: string[] = [];
  for (const name of areas)
    productAreas.push(
      (await api.make(below("product-areas"), { name, standing: "secondary" })).id,
    );
  for (const [ago, startsOn] of quarters(5).entries())
    await api.ask("PUT", below("supply-grid"), {
      period: "quarter",
      startsOn,
      cells: sites.flatMap((site, row) =>
        productAreas
          // Not everything is bought everywhere.
          .filter((_, column) => (row + column) % 7 !== 0)
          .map((productArea, column) => ({
            productArea,
            site,
            volume: (row * 7 + column * 13 + ago) % 90,
            demand: 120 + row * 10 + column,
            estimated: (row + column) % 5 === 0,
            rest: column % 3 ? "own_make" : "competitor",
            competitor: column % 3 ? "" : "Mitteldeutsche Servomotorenmanufaktur",
          })),
      ),
    });
  const roles = [["decider"], ["buyer", "influencer"], ["user"], ["gatekeeper"], ["coach"]];
  const contacts: string[] = [];
  for (const index of upTo(14))
    contacts.push(
      (
        await api.make(below("contacts"), {
          name: `Dipl.-Ing. Annemarie-Elisabeth von Hohenstein-Waldburg ${index + 1}`,
          function: "Leiterin strategischer Einkauf Antriebstechnik weltweit",
          roles: roles[index % roles.length],
          attitude: (index % 5) - 2,
          wantedAttitude: 2,
          influence: (index % 3) + 1,
          site: sites[index % sites.length],
          reportsTo: index > 2 ? contacts[index % 3] : null,
          keptBy: katrin,
          lastContact: day(-7 * index),
        })
      ).id,
    );
  const kpi = await api.make(below("kpis"), {
    name: "Liefertreue über alle Standorte und Produktbereiche hinweg",
    unit: "%",
    lower: 96,
  });
  for (const index of upTo(20))
    await api.make(`/kpis/${kpi.id}/kpi-values`, { on: day(-30 * index), value: 98 - index / 4 });
  await api.make(below("visions"), {
    text: `${longName} sieht uns als bevorzugten strategischen Partner, standortübergreifend.`,
    horizon: new Date().getUTCFullYear() + 3,
  });
  const goals: string[] = [];
  for (const [index, kind] of ["strategic", "moal", "moal", "strategic"].entries()) {
    const goal = await api.make(below("long-term-goals"), {
      title: `Ausschreibung „Antriebsplattform der nächsten Generation ${index + 1}“ gewinnen`,
      measure: "Zuschlag für alle Produktbereiche",
      due: day(200 + 90 * index),
      kind,
    });
    goals.push(goal.id);
    await api.make(`/long-term-goals/${goal.id}/milestones`, {
      title: "Das Lastenheft nennt unsere Schnittstellenspezifikation als Referenz",
      due: day(60 + 30 * index),
    });
  }

  for (const index of upTo(10)) await makeCycle(api, account, index, { goals, sites, productAreas });

  for (const index of upTo(40)) {
    const signal = await api.make(below("signals"), {
      title: `Der Einkauf bündelt Antriebstechniklieferanten an den Standorten Oberwaltersdorf und Wiener Neustadt (${index + 1})`,
      detail: `${longName} hat das beim Quartalsgespräch angekündigt.`,
      theme: ["supplier_consolidation", "tender_announced", "price_pressure", "other"][index % 4],
      source: "conversation",
      tags: ["Lieferantenkonsolidierungsprogramm", `Region ${index % 6}`],
      ...(index % 4
        ? { nature: ["opportunity", "threat", "both"][index % 3], impact: (index % 5) + 1, likelihood: ((index + 2) % 5) + 1 }
        : {}),
      actBy: index % 3 ? null : day(10 + index),
    });
    if (index % 5 === 1)
      await api.make(`/signals/${signal.id}/responses`, { kind: "watch", watchUntil: day(40) });
    if (index % 5 === 2)
      await api.make(`/signals/${signal.id}/responses`, {
        kind: "dismiss",
        reason: "Betrifft nur Bereiche, die wir dort nicht liefern",
      });
  }
  for (const index of upTo(6))
    await api.make(below("open-questions"), {
      text: `Wer entscheidet bei ${longName} über die Freigabe neuer Antriebsplattformen?`,
      askBy: day(index * 7 - 10),
    });
  for (const index of upTo(3))
    await api.make(below("meetings"), {
      kind: ["cycle", "check_in", "flash"][index],
      plannedAt: new Date(Date.now() + (index + 1) * 7 * 24 * 3600 * 1000).toISOString(),
      place: "Besprechungsraum Donaudampfschifffahrtsgesellschaft, 4. Obergeschoss links",
    });
  return account;
}

interface Parts {
  goals: string[];
  sites: string[];
  productAreas: string[];
}

/** One of ten cycles, the last of which runs. Together they have 25 objectives. */
async function makeCycle(api: Api, account: string, index: number, parts: Parts) {
  const begin = (index - 9) * 90 - 30;
  const last = index === 9;
  let cycle = await api.make(`/accounts/${account}/cycles`, {
    name: `Geschäftsjahr 25/26 Zyklus ${index + 1}`,
    startsOn: day(begin),
    endsOn: day(begin + 89),
  });
  const set = async (state: string) => {
    const { version } = await api.get(`/cycles/${cycle.id}`);
    cycle = await api.change({ version }, `/cycles/${cycle.id}`, { state });
  };
  if (last)
    await api.make(`/cycles/${cycle.id}/focus-topics`, {
      title: "Standortübergreifende Rahmenverträge für Antriebstechnikinstandhaltungsdienstleistungen",
    });
  const objectives: string[] = [];
  for (let number = 0; number < (last ? 4 : 2 + (index % 3 === 0 ? 1 : 0)); ++number) {
    const objective = await api.make(`/cycles/${cycle.id}/objectives`, {
      title: `Lieferanteil an Getriebemotoren und Frequenzumrichtern von heute 30 % auf ${40 + number} % erhöhen`,
      why: "Der Einkauf bündelt; zwei Lieferanten je Produktbereich bleiben.",
      productAreas: parts.productAreas.slice(0, 3),
      goals: [{ goal: parts.goals[number % parts.goals.length], kind: "contributes" }],
      outcomeKind: "supply",
      outcome: "Lieferanteil an Getriebemotoren und Frequenzumrichtern",
      outcomeAreas: parts.productAreas.slice(0, 2),
      outcomeBaseline: 30,
      outcomeTarget: 40 + number,
      outcomeUnit: "%",
    });
    objectives.push(objective.id);
    for (const [title, of] of [
      ["An allen zwölf Standorten sind die Disponentinnen und Disponenten informiert", { target: 120, start: 0, unit: "Disponenten" }],
      ["In der Vergabeplattform als Hauptlieferant gelistet", { kind: "stages", stages: [{ title: "Offen", degree: 0 }, { title: "Präqualifikationsunterlagen eingereicht", degree: 40 }, { title: "Gelistet", degree: 100 }] }],
      ["Reklamationsquote bleibt unterhalb der vereinbarten Obergrenze", { kind: "corridor", lower: 0, upper: 3, unit: "%" }],
    ] as const) {
      const keyResult = await api.make(`/objectives/${objective.id}/key-results`, { title, ...of });
      if (last && number === 0 && "target" in of)
        for (const site of parts.sites)
          await api.make(`/key-results/${keyResult.id}/site-targets`, { site, target: 10 });
    }
  }
  await set("active");
  if (last) return;
  await set("review");
  for (const [number, objective] of objectives.entries())
    await api.make(`/objectives/${objective}/reviews`, {
      decision: number ? "done" : "adapt",
      scoreOverride: (index % 10) / 10,
      scoreReason: "Nach dem Gespräch mit der Einkaufsleitung so beurteilt",
      lesson: "Ohne die Werksleitungen bewegt sich im strategischen Einkauf nichts.",
    });
  await set("closed");
}

/** One that has been named and nothing more. */
export async function makeEmptyAccount(address: string): Promise<string> {
  const head = await Api.as(address, "Ute Krämer");
  const { demo } = await head.get("/session");
  const katrin = demo.find((one: { name: string }) => one.name === "Katrin Vogt").id;
  const made = await head.make(`/accounts?manager=${katrin}`, { name: "Neukunde AG", code: "NEU" });
  return made.id;
}

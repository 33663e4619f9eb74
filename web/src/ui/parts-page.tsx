// Every part of the interface in every state, for those who build it: /parts.html of the development
// server. It is no part of the product, so its words are in no locale.
import "@fontsource-variable/inter/opsz.css";
import "../app/mantine.css";
import "@mantine/notifications/styles.css";
import "../app/tokens.css";
import "../app/app.css";
import {
  ActionIcon,
  Button,
  MantineProvider,
  SegmentedControl,
  Textarea,
  TextInput,
} from "@mantine/core";
import {
  IconAlarm,
  IconAntennaBars5,
  IconListCheck,
  IconPlus,
  IconShare2,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "../app/i18n";
import { cssVariables, theme } from "../app/theme";
import { Stepper } from "../number/stepper";
import { Bar } from "./bar";
import { Beat } from "./beat";
import { Chip } from "./chip";
import { DateTile } from "./date-tile";
import { Empty } from "./empty";
import { HealthChip } from "./health-chip";
import { HeatCell } from "./heat-cell";
import styles from "./parts-page.module.css";
import { PersonMark } from "./person";
import { Priority } from "./priority";
import { Row, Rows } from "./row";
import { ScaleKeys } from "./scale-keys";
import { Section } from "./section";
import { PageSkeleton } from "./skeleton";
import { Spark } from "./spark";
import { Toasts, toast } from "./toast";

const long =
  "Österreichische Präzisionsgetriebe- und Antriebstechnik Handelsgesellschaft m.b.H.: Lieferantenkonsolidierungsausschreibung";

const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.named}>
    <span>{name}</span>
    <div>{children}</div>
  </div>
);

const Bars = () => (
  <Section title="Balken">
    <Named name="im Plan, Strich: bis heute erwartet">
      <Bar progress={0.7} expected={0.37} />
    </Named>
    <Named name="mit Prognose">
      <Bar progress={0.54} expected={0.37} forecast={{ low: 0.43, high: 0.77 }} />
    </Named>
    <Named name="veraltet">
      <Bar progress={0.55} expected={0.37} stale />
    </Named>
    <Named name="veraltet, mit Prognose">
      <Bar progress={0.55} expected={0.37} forecast={{ low: 0.56, high: 0.73 }} stale />
    </Named>
    <Named name="ausstehend: noch kein Check-in">
      <Bar progress={null} expected={0.37} />
    </Named>
    <Named name="übertroffen">
      <Bar progress={1.3} expected={0.37} />
    </Named>
    <Named name="unter dem Ausgangswert">
      <Bar progress={-0.1} expected={0.37} />
    </Named>
    <Named name="ohne Erwartung">
      <Bar progress={0.4} />
    </Named>
    <Named name="dünn">
      <Bar progress={0.4} expected={0.5} size="thin" />
    </Named>
    <Named name="dick">
      <Bar progress={0.4} expected={0.5} size="thick" />
    </Named>
    <Named name="Takt: Woche 10 von 26">
      <Beat weeks={26} week={10} />
    </Named>
    <Named name="Takt: noch nicht begonnen">
      <Beat weeks={13} week={0} />
    </Named>
  </Section>
);

const Chips = () => (
  <Section title="Zustand, Priorität, Personen">
    <div className={styles.line}>
      <HealthChip health="on_track" />
      <HealthChip health="behind" />
      <HealthChip health="at_risk" />
      <HealthChip health="outdated" />
      <HealthChip health="pending" />
      <HealthChip health="outdated">veraltet · 1 von 3 Key Results</HealthChip>
    </div>
    <div className={styles.line}>
      <Chip>Objective 1</Chip>
      <Chip tone="brand">in Planung</Chip>
      <Chip tone="line">abgeschlossen</Chip>
      <Chip tone="ok">hat gewirkt</Chip>
      <Chip tone="warn">viel getan, wenig bewegt</Chip>
      <Chip tone="bad" dot="full">
        1 überfällig
      </Chip>
      <Chip tone="line">{long}</Chip>
    </div>
    <div className={styles.line}>
      <Priority value={{ score: 16, band: "high" }} />
      <Priority value={{ score: 12, band: "medium" }} />
      <Priority value={{ score: 6, band: "low" }} />
      <Priority value={null} />
    </div>
    <div className={styles.line}>
      {[
        "Katrin Vogt",
        "Jonas Albers",
        "Meike Oltmann",
        "Deniz Aydın",
        "Dr. Stefan Rehberg",
        "Uwe Kessler",
        "Öznur",
        "Karl-Heinz von der Mühlen-Freudenthal",
        "",
      ].map((name) => (
        <PersonMark key={name} name={name} />
      ))}
      <PersonMark name="Katrin Vogt" size="s" />
      <PersonMark name="Katrin Vogt" size="l" />
    </div>
    <div className={styles.line}>
      <DateTile day="2026-11-26" />
      <DateTile day="2027-03-01" />
      <DateTile day="2026-09-30T07:00:00.000Z" />
    </div>
  </Section>
);

const Controls = () => (
  <Section title="Knöpfe und Felder">
    <div className={styles.line}>
      <Button leftSection={<IconPlus size={16} stroke={1.75} />}>Signal</Button>
      <Button disabled>gesperrt</Button>
      <Button loading>Speichern</Button>
      <Button color="red">Endgültig löschen</Button>
    </div>
    <div className={styles.line}>
      <Button variant="default">Vorbereiten</Button>
      <Button variant="default" disabled>
        gesperrt
      </Button>
      <Button variant="default" loading>
        Speichern
      </Button>
      <Button variant="subtle" leftSection={<IconShare2 size={16} stroke={1.75} />}>
        Teilen
      </Button>
      <Button variant="subtle" color="brand">
        Rückgängig
      </Button>
      <ActionIcon variant="default" aria-label="Check-in">
        <IconPlus size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label="Mehr">
        <IconAlarm size={18} stroke={1.75} />
      </ActionIcon>
    </div>
    <div className={styles.line}>
      <Button size="xs" variant="default">
        28 px
      </Button>
      <Button variant="default">32 px</Button>
      <Button size="lg" variant="default">
        44 px
      </Button>
      <SegmentedControl aria-label="Zeitraum" data={["Quartal", "Jahr"]} />
      <span>
        <kbd>Strg K</kbd> <kbd>S</kbd>
      </span>
    </div>
    <div className={styles.fields}>
      <TextInput label="Unser Volumen" defaultValue="661,5" rightSection="T€" />
      <TextInput
        label="Gesamtbedarf"
        defaultValue="k. A."
        error="„k. A.“ ist keine Zahl. Richtig wäre zum Beispiel 260."
      />
      <TextInput label="Ort" placeholder="Paderborn, Raum Takt" description="Raum oder Adresse" />
      <TextInput label="Zyklus" defaultValue="Zyklus 2" disabled />
      <Textarea label={long} defaultValue={long} autosize minRows={2} />
    </div>
  </Section>
);

const Keys = () => (
  <Section title="Zuversicht und Wert je Standort">
    <Named name="noch keine Angabe, zuletzt 4">
      <ScaleKeys
        label="Zuversicht, dass wir das Ziel erreichen"
        hint="zuletzt 4, heute noch nicht gewählt"
        most={10}
        value={null}
        was={4}
        onChange={() => undefined}
      />
    </Named>
    <Named name="gewählt">
      <ScaleKeys label="Zuversicht" most={10} value={5} was={4} onChange={() => undefined} />
    </Named>
    <Named name="Wert, keiner, kein Wert">
      <div className={styles.line}>
        <Stepper label="Bestellungen in Oelde" value={3} onChange={() => undefined} />
        <Stepper label="Bestellungen in Lehrte" value={null} onChange={() => undefined} />
        <Stepper label="Bestellungen in Arnsberg" value="k. A." onChange={() => undefined} />
      </div>
    </Named>
  </Section>
);

const Lists = () => (
  <Section
    title="Überfällig"
    count={3}
    tone="bad"
    action={
      <Button size="xs" variant="subtle">
        Alle ansehen
      </Button>
    }
  >
    <Rows>
      <Row
        mark={<Priority value={{ score: 12, band: "medium" }} />}
        title={<a href="#nordmotor">Nordmotor bietet 8 % Nachlass</a>}
        action={
          <Button size="xs" variant="default">
            Antworten
          </Button>
        }
      >
        Gefahr · Preisdruck
      </Row>
      <Row
        mark={<Priority value={{ score: 16, band: "high" }} />}
        title={<a href="#vergabe">Neue Vergabeplattform</a>}
        waiting
      >
        Signal
      </Row>
      <Row
        mark={<PersonMark name="Jonas Albers" />}
        title={<a href="#bestellungen">Erste 10 Bestellungen</a>}
        onCompare={() => undefined}
      >
        Jonas hat dieses Key Result eben geändert.
      </Row>
      <Row
        mark={<IconListCheck size={18} stroke={1.75} aria-hidden="true" />}
        title={<a href="#zugang">Zugang beantragen</a>}
        done
      >
        erledigt am 24.11.2026
      </Row>
      <Row
        mark={<IconListCheck size={18} stroke={1.75} aria-hidden="true" />}
        title={<a href="#lang">{long}</a>}
        action={<HealthChip health="on_track" />}
      >
        {long}
      </Row>
    </Rows>
  </Section>
);

const Shares = () => (
  <Section title="Lieferanteil: unter 12, 25, 38, 50, 65, darüber">
    <div className={styles.wide}>
      <table className={styles.heat}>
        <tbody>
          <tr>
            {[0.08, 0.2, 0.3, 0.45, 0.58, 0.74].map((share) => (
              <HeatCell key={share} share={share}>
                {Math.round(share * 100)}
              </HeatCell>
            ))}
          </tr>
          <tr>
            <HeatCell share={0.39}>≈39</HeatCell>
            <HeatCell share={0} white>
              0
            </HeatCell>
            <HeatCell share={null}>–</HeatCell>
          </tr>
        </tbody>
      </table>
    </div>
    <Named name="Wirkung: Tinte, Ziel grün gestrichelt">
      <Spark outcome={line} />
    </Named>
    <Named name="ohne Ziel">
      <Spark outcome={{ ...line, target: null }} />
    </Named>
  </Section>
);

const line = {
  readings: [40, 40.5, 39, 38, 40, 42, 43, 44].map((value, month) => ({
    on: `2026-${String(month + 3).padStart(2, "0")}-15`,
    value,
    source: "",
    estimated: false,
  })),
  baseline: 40,
  now: 44,
  target: 50,
  decimals: 0,
};

const Messages = () => (
  <Section title="Rückmeldung, leer, lädt">
    <div className={styles.line}>
      <Button
        variant="default"
        onClick={() =>
          toast({
            message: "Check-in gespeichert.",
            action: (
              <Button size="xs" variant="subtle" color="brand">
                Rückgängig
              </Button>
            ),
          })
        }
      >
        Erledigt sagen
      </Button>
      <Button
        variant="default"
        onClick={() =>
          toast({ kind: "waits", message: "Kein Netz. 2 Einträge warten und werden gesendet." })
        }
      >
        Wartet sagen
      </Button>
      <Button
        variant="default"
        onClick={() =>
          toast({ kind: "others", message: "Jonas hat dieses Key Result eben geändert." })
        }
      >
        Von anderen sagen
      </Button>
      <Button
        variant="default"
        onClick={() => toast({ kind: "wrong", message: `Das ging nicht: ${long}` })}
      >
        Fehler sagen
      </Button>
    </div>
    <Empty
      icon={<IconAntennaBars5 />}
      title="Noch kein Signal"
      action={<Button variant="default">Erstes Signal</Button>}
    >
      Was haben Sie beim Kunden gehört? Lieferanten werden gebündelt, ein Projekt stoppt, eine
      Ausschreibung kommt. Ein Satz genügt.
    </Empty>
    <div className={styles.line}>
      <Empty icon={<IconAntennaBars5 />} title={long} />
    </div>
    <PageSkeleton />
  </Section>
);

await startI18n();
createRoot(document.getElementById("root") as HTMLElement).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <Toasts />
    <main className={styles.page}>
      <h1>Bausteine</h1>
      <Bars />
      <Chips />
      <Controls />
      <Keys />
      <Lists />
      <Shares />
      <Messages />
    </main>
  </MantineProvider>,
);

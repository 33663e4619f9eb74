import { Alert, Button } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

type Sample = typeof import("./sample");

/** Offers a share sheet with made-up figures, to see how it goes; it is downloaded once somebody wants it. */
export function TrySample<T>({
  make,
  onMade,
}: {
  make: (sample: Sample) => Promise<T>;
  onMade: (made: T) => void;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<"making" | "failed">();
  const load = async () => {
    setState("making");
    try {
      onMade(await make(await import("./sample")));
      setState(undefined);
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="stack">
      <div className="row">
        <Button
          variant="subtle"
          leftSection={<IconFlask size={16} stroke={1.75} aria-hidden="true" />}
          loading={state === "making"}
          onClick={load}
        >
          {t("import.trySample")}
        </Button>
        <span className="muted">{t("import.trySampleWhat")}</span>
      </div>
      {state === "failed" && (
        <Alert color="red" role="alert">
          {t("import.sampleFailed")}
        </Alert>
      )}
    </div>
  );
}

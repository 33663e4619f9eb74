import { Button, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import style from "./import.module.css";
import { type Factor, factors, type Scale } from "./scale";

/** In what a file has its amounts: as somebody says; what the file says of it is proposed, never taken by itself. */
export function FactorChoice({
  label,
  name,
  factor,
  scale,
  onChange,
}: {
  label: string;
  /** Of the amounts, for whoever does not see beside what it stands. */
  name: string;
  factor: Factor;
  scale: Scale | undefined;
  onChange: (factor: Factor) => void;
}) {
  const { t } = useTranslation();
  const proposed = scale?.factor;
  const proposal = proposed && proposed !== 1 && proposed !== factor ? proposed : undefined;
  const words = proposal && t(`import.readIn.${proposal}`, { says: scale?.says ?? "" });
  return (
    <div className={style.factor}>
      <NativeSelect
        size="xs"
        label={label}
        aria-label={t("import.factorOf", { name })}
        value={String(factor)}
        data={factors.map((value) => ({ value: String(value), label: t(`import.in.${value}`) }))}
        onChange={(event) => {
          const next = Number(event.currentTarget.value);
          onChange(factors.find((one) => one === next) ?? 1);
        }}
      />
      {proposal && (
        <Button
          size="compact-sm"
          variant="light"
          color="orange"
          aria-label={`${name}: ${words}`}
          onClick={() => onChange(proposal)}
        >
          {words}
        </Button>
      )}
    </div>
  );
}

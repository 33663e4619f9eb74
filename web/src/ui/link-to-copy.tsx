import { Button, CopyButton, TextInput } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A link that is handed on: selected where it is entered, copied by a button. `children` stand beside that. */
export function LinkToCopy({
  label,
  link,
  autoFocus,
  children,
}: {
  label: string;
  link: string;
  autoFocus?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        readOnly
        autoFocus={autoFocus}
        label={label}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="row">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={<IconCopy size={16} stroke={1.75} aria-hidden="true" />}
            >
              {t(copied ? "copied" : "copy")}
            </Button>
          )}
        </CopyButton>
        {children}
      </div>
    </>
  );
}

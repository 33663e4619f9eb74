import { TextInput } from "@mantine/core";
import { useState } from "react";
import { same } from "./fields";

const linksIn = (text: string) => text.split(/\s+/).filter((link) => link !== "");

/** Links, one after the other in one line. */
export function LinksInput({
  value,
  onChange,
  ...common
}: {
  label: string;
  error?: string;
  withAsterisk?: boolean;
  value: string[];
  onChange: (links: string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  // As it was typed, the space behind a link too, as long as that is what the value says.
  const text = same(linksIn(typed), value) ? typed : value.join(" ");
  return (
    <TextInput
      {...common}
      placeholder="https://"
      value={text}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linksIn(event.currentTarget.value));
      }}
    />
  );
}

import { Button } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import style from "./file-drop.module.css";

interface Props {
  /** What the file is. */
  label: string;
  /** That it may be dropped here. */
  hint: string;
  /** The words of the button that chooses one. */
  choose: string;
  /** The endings that are taken, as an `<input>` has them. */
  accept: string;
  loading?: boolean;
  onFile: (file: File) => void;
  /** Beside the button. */
  act?: ReactNode;
  /** Below it. */
  children?: ReactNode;
}

/** Where a file is dropped, or chosen. */
export function FileDrop({ label, hint, choose, accept, loading, onFile, act, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <section
      className={style.drop}
      aria-label={label}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconUpload size={24} stroke={1.75} aria-hidden="true" />
      <b>{hint}</b>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={choose}
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same one chosen again is read again.
          event.currentTarget.value = "";
        }}
      />
      <div className={style.acts}>
        <Button variant="default" loading={loading} onClick={() => input.current?.click()}>
          {choose}
        </Button>
        {act}
      </div>
      {children}
    </section>
  );
}

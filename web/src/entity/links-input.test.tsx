// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { show } from "../testing/stage";
import { LinksInput } from "./links-input";

function Links({ begin }: { begin: string[] }) {
  const [links, setLinks] = useState(begin);
  return (
    <>
      <LinksInput label="Links" value={links} onChange={setLinks} />
      <output>{links.join("|")}</output>
      <button type="button" onClick={() => setLinks(["https://theirs.example"])}>
        theirs
      </button>
    </>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>("Links");
const said = () => screen.getByRole("status").textContent;

it("takes a second link by typing", async () => {
  const { person } = show(<Links begin={["https://a.example"]} />);
  await person.type(input(), " https://b.example");
  expect(said()).toBe("https://a.example|https://b.example");
  expect(input().value).toBe("https://a.example https://b.example");
});

it("shows what comes from elsewhere", async () => {
  const { person } = show(<Links begin={[]} />);
  await person.type(input(), "https://a.example ");
  await person.click(screen.getByRole("button", { name: "theirs" }));
  expect(input().value).toBe("https://theirs.example");
});

import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type Props = ButtonProps & Omit<ComponentPropsWithRef<"a">, keyof ButtonProps>;

const Anchor = (props: Props) => <Button component="a" {...props} />;

/** A link that looks like a button; its way and what it needs are checked as a Link's are. */
export const LinkButton = createLink(Anchor);

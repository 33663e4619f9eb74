import { api, data } from "../api/client";

export const presentation =
  "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** The organisation's own .pptx, in which everybody's slides are made. */
export const organisationTemplateQuery = {
  queryKey: ["organisation", "slide-template"],
  queryFn: () => data(api.GET("/api/v1/organisation/slide-template")),
};

export const organisationTemplateFile = () =>
  data(api.GET("/api/v1/organisation/slide-template/file", { parseAs: "arrayBuffer" }));

import { useQuery } from "@tanstack/react-query";
import { api, data } from "../api/client";
import { StateSentence } from "./state-sentence";

/** How one's own work stands. */
export function OwnSentence() {
  const sentence = useQuery({
    queryKey: ["my-work", "sentence"],
    queryFn: () => data(api.GET("/api/v1/my-work/sentence")),
  });
  return <StateSentence sentence={sentence.data} />;
}

#pragma once
// The state sentence in words, by the interface's own (web/locales/*/sentence.json): what
// web/src/sentence/wording.ts does there.

#include <string>
#include <vector>

#include "domain/state_sentence.hpp"
#include "report/figures.hpp"

namespace takt::report {

/// A piece of the sentence; what is grave is set off.
struct SentencePiece {
  std::string text;
  bool figure = false;
  domain::Severity severity = domain::Severity::plain;  ///< of a figure
};

/// The sentence as it is read, in pieces that follow one another.
std::vector<SentencePiece> sentence_words(const domain::Sentence& sentence,
                                          domain::Language language, domain::Date today);

/// The same as one text.
std::string sentence_text(const domain::Sentence& sentence, domain::Language language,
                          domain::Date today);

}  // namespace takt::report

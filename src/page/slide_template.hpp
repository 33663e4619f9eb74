#pragma once
// The organisation's own .pptx for slides.

#include "domain/slide_template.hpp"
#include "page/page.hpp"

namespace takt::page {

domain::SlideTemplatePlace slide_template(Context& context, const Caller& caller);

/// The file as it was brought, with the hash that it has; without the file where that is `known`.
/// Throws not_found where none is kept.
struct SlideTemplateFile {
  std::string hash;
  std::optional<std::string> bytes;
};
SlideTemplateFile slide_template_file(Context& context, const Caller& caller,
                                      std::string_view known);

}  // namespace takt::page

#pragma once
// The organisation's own .pptx for slides: kept by its leaders, filled in the browser alone.

#include "command/command.hpp"
#include "domain/slide_template.hpp"

namespace takt::command {

/// Keeps `bytes` as the organisation's template, in the place of what the caller saw as `version`.
/// Throws too_large, and unsupported for what does not begin as a zip archive does; more of it is
/// not read.
domain::SlideTemplatePlace keep_slide_template(Context& context, const Caller& caller, int version,
                                               const domain::FileName& name,
                                               const std::string& bytes);

/// Takes the template away; its file is forgotten.
domain::SlideTemplatePlace forget_slide_template(Context& context, const Caller& caller,
                                                 int version);

}  // namespace takt::command

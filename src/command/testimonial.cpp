#include "domain/testimonial.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/contact.hpp"
#include "domain/key_result.hpp"
#include "domain/site.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<TestimonialUse>& draft) {
  const auto testimonial = store::find<Testimonial>(draft.session, draft.after.testimonial);
  if (testimonial && !testimonial->released)
    conflict("not_released", "The customer has not released this testimonial for use.");
}

}  // namespace takt::command

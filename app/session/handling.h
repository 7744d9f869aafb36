#pragma once

#include "document/document.h"

#include <optional>

namespace verbale::session {

/// How far a text may go, from the widest to the narrowest. Open: nothing is said of it. Internal: "LƯU HÀNH
/// NỘI BỘ", for use within an organisation. The other three are the degrees of state secrets (Law No.
/// 29/2018/QH14 on the Protection of State Secrets, article 8): Mật, Tối mật, Tuyệt mật.
enum class HandlingLevel { Open, Internal, Mat, ToiMat, TuyetMat };

/// "open", "internal", "mat", "toi-mat", "tuyet-mat"; nothing for another name.
QString handlingName(HandlingLevel level);
std::optional<HandlingLevel> handlingNamed(const QString &name);
QStringList handlingNames();

/// What a document says of itself.
struct HandlingMark
{
    HandlingLevel level = HandlingLevel::Open;
    QString text; ///< the line that says so, as it stands; empty: none does
};

/// The narrowest marking that stands in a document on a line, in a segment or in a paragraph of its own,
/// among what is translated and what is left out: "MẬT", "ĐỘ MẬT: TỐI MẬT", "(Lưu hành nội bộ)". A word
/// within a sentence is no marking.
HandlingMark handlingOf(const Document &document);

} // namespace verbale::session

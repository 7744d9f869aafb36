// Any text: every character that is seen is in exactly one piece, in order, and only dropped pieces have a
// reason. The language of a line is a tag with a confidence from 0 to 1. The first byte of a line picks one
// of the lines that the rules look for, so that pages come about quickly. Run: build/fuzz/fuzz/fuzz_article
// -max_total_time=60

#include "text/article.h"
#include "text/language.h"
#include "text/page_text.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace verbale;
using namespace verbale::text;
using namespace Qt::StringLiterals;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireLanguage(QStringView text)
{
    const DetectedLanguage detected = detectLanguage(text);
    require(detected.confidence >= 0 && detected.confidence <= 1);
    require(!detected.language.isEmpty());
}

qsizetype visible(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !isBlankOrUnseen(c); });
}

QString pageLine(uint8_t pick)
{
    static const QStringList lines = {u"Trang chủ Đối ngoại"_s,
                                      u"08:15 | 04/04/2023 GMT+7"_s,
                                      u"Hội nghị Biển Xanh khai mạc tại Sao Mai"_s,
                                      u"aa"_s,
                                      u"Chiều 3/4, tại Sao Mai, Hội nghị Biển Xanh đã khai mạc với sự tham "
                                      u"dự của đại diện mười nước thành viên và các đối "
                                      "tác trong vùng."_s,
                                      u"Tin liên quan"_s,
                                      u"hop-bao-01 2 3"_s,
                                      u"Quang cảnh. (Ảnh: A)"_s,
                                      u"Minh Châu (t/h)"_s,
                                      u"Nguồn:"_s,
                                      u"Đọc nhiều"_s,
                                      u"Phiên bản di động"_s,
                                      u"[Một liên kết trong ngoặc]"_s,
                                      u" ảnh 1"_s,
                                      u"Video đang HOT"_s,
                                      u"..."_s};
    return lines[pick % lines.size()];
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray pairs(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size / 2 * 2));
    QString text;
    for (size_t i = 0; i < size; ++i)
        text += data[i] >= 0xE0 ? pageLine(data[i]) : QString(QChar(data[i]));
    requireLanguage(text);
    requireLanguage(QStringView(reinterpret_cast<const char16_t *>(pairs.data()), pairs.size() / 2));
    for (const QList<ArticlePiece> &pieces : {findArticle(text), wholeFile(text)}) {
        qsizetype last = 0;
        qsizetype seen = 0;
        for (const ArticlePiece &piece : pieces) {
            require(piece.span.start >= last && piece.span.end > piece.span.start &&
                    piece.span.end <= text.size());
            require((piece.role == LineRole::Dropped) == (piece.reason != DropReason::None));
            require(!isBlankOrUnseen(text[piece.span.start]) && !isBlankOrUnseen(text[piece.span.end - 1]));
            seen += visible(QStringView(text).mid(piece.span.start, piece.span.length()));
            last = piece.span.end;
        }
        require(seen == visible(text));
    }
    return 0;
}

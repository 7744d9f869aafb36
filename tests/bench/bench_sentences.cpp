// What cutting text into sentences costs: the shipped rules against ICU's plain sentence iterator on the same
// UTF-8, paragraph by paragraph, in one run; decoding is in both times. Promised: at least 100 MB/s and at
// most 2.2 times ICU's time. usage: bench_sentences [FILE...]; without a file a text of our own is made.

#include "text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QString>

#include <cstdio>
#include <memory>

namespace {

constexpr double promisedRatio = 2.2;
constexpr double promisedSpeed = 100;
constexpr int rounds = 3;

/// Prose with what the rules look for: abbreviations, initials, figures, quotations, lists.
QByteArray madeText(qsizetype bytes)
{
    const QStringList sentences = {
        QStringLiteral(
            "Ngày 14/4, tại TP. Hồ Chí Minh, PGS.TS. Nguyễn Văn An chủ trì phiên họp về hợp tác y tế."),
        QStringLiteral("Hai bên nhất trí thúc đẩy thương mại, đầu tư, giáo dục, v.v. trong năm tới…"),
        QStringLiteral("“Chúng tôi ủng hộ sáng kiến này.” Ông Lê Bình cho biết."),
        QStringLiteral("Kim ngạch đạt 1.234,5 triệu USD, tăng 3.5 lần so với cùng kỳ năm trước."),
        QStringLiteral("15 doanh nghiệp đã ký kết thỏa thuận; các bên còn lại sẽ ký sau."),
        QStringLiteral("Vì sao hội nghị kéo dài đến 19h30?"),
        QStringLiteral("Cố vấn John F. Kennedy Jr. từng thăm châu Á. Ý. cũng là thành viên.")};
    QByteArray text;
    for (qsizetype i = 0; text.size() < bytes; ++i)
        text += sentences[i * 5 % sentences.size()].toUtf8() + (i % 6 == 5 ? '\n' : ' ');
    return text;
}

template <typename Work>
double bestSeconds(Work work)
{
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

template <typename Work>
void forEachParagraph(const QByteArray &bytes, Work work)
{
    for (qsizetype start = 0; start < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end;
        work(QByteArrayView(bytes).sliced(start, end - start));
        start = end + 1;
    }
}

bool measure(const char *name, const QByteArray &bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createSentenceInstance(icu::Locale("vi"), status));
    qsizetype found = 0;
    const double icuSeconds = bestSeconds([&] {
        found = 0;
        forEachParagraph(bytes, [&](QByteArrayView paragraph) {
            const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
                icu::StringPiece(paragraph.data(), static_cast<int32_t>(paragraph.size())));
            iterator->setText(text);
            iterator->first();
            while (iterator->next() != icu::BreakIterator::DONE)
                ++found;
        });
    });
    const qsizetype icuFound = found;
    const double seconds = bestSeconds([&] {
        found = 0;
        forEachParagraph(bytes, [&](QByteArrayView paragraph) {
            found += verbale::text::sentences(QString::fromUtf8(paragraph)).size();
        });
    });
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    std::printf("%-24s %6.1f MB   ICU %6.1f MB/s, %lld   rules %6.1f MB/s, %lld   ratio %.2f\n", name,
                megabytes, megabytes / icuSeconds, static_cast<long long>(icuFound), megabytes / seconds,
                static_cast<long long>(found), seconds / icuSeconds);
    return seconds <= promisedRatio * icuSeconds && megabytes / seconds >= promisedSpeed;
}

} // namespace

int main(int count, char **arguments)
{
    QElapsedTimer timer;
    timer.start();
    verbale::text::vietnameseBreaker();
    std::printf("the rules are compiled in %.1f ms\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    bool kept = measure("our own text", madeText(10'000'000));
    for (int i = 1; i < count; ++i) {
        QFile file(QString::fromLocal8Bit(arguments[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", arguments[i], qPrintable(file.errorString()));
            return 2;
        }
        kept = measure(arguments[i], file.readAll()) && kept;
    }
    return kept ? 0 : 1;
}

#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/segment_text.h>
#include <verbale/sdk/term.h>

namespace verbale {

/// JSON: {"text": {...}, "terms": [...]}
struct CheckSegment
{
    SegmentText text;
    QList<TermHit> terms;
};

/// JSON: {"sourceLanguage": "vi", "targetLanguage": "en", "profile": "", "segments": [...]}
struct CheckRequest
{
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QString profile;        ///< the house style to check against; empty means none
    QList<CheckSegment> segments;
};

/// JSON: "hint", "warning", "error"
enum class Severity { Hint, Warning, Error };

/// JSON: {"segmentId": "7", "revision": 3, "code": "terms.missing", "severity": "warning", "message": "...",
/// "source": [3, 12], "target": [0, 0], "suggestion": ""}
struct Finding
{
    QString segmentId;
    qint64 revision = 0;
    QString code; ///< stable, for programs: "terms.missing"
    Severity severity = Severity::Warning;
    QString message;    ///< one sentence for people
    Span source;        ///< empty when the finding is about no place of the source
    Span target;        ///< empty when the finding is about no place of the target
    QString suggestion; ///< a replacement for the target span; empty when there is none
};

/// JSON: {"findings": [...], "warnings": ["..."]}
struct CheckAnswer
{
    QList<Finding> findings;
    QStringList warnings;
};

/// Checks translated segments. Called on the plugin's worker thread, one call at a time.
class CheckProvider
{
public:
    static constexpr const char *interfaceId = "verbale.check/1";
    virtual ~CheckProvider() = default;
    virtual Result<CheckAnswer> check(const CheckRequest &request, const StopToken &stop,
                                      const Progress &progress) = 0;
};

} // namespace verbale

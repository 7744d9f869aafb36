// Finds segments whose English says "Vietnam": diplomatic papers write "Viet Nam".
#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/plugin.h>

using namespace verbale;

class Hello : public Plugin, public CheckProvider
{
public:
    Result<void> start(const PluginContext &) override { return {}; }
    void stop() override {}
    void *interfaceFor(std::string_view id) override
    {
        return id == CheckProvider::interfaceId ? static_cast<CheckProvider *>(this) : nullptr;
    }

    Result<CheckAnswer> check(const CheckRequest &request, const StopToken &stop, const Progress &) override
    {
        const QString wrong = QStringLiteral("Vietnam");
        CheckAnswer answer;
        for (const CheckSegment &segment : request.segments) {
            if (stop.stop_requested())
                return Error{QStringLiteral("hello.stopped"), QStringLiteral("The check was stopped.")};
            const qsizetype at = segment.text.target.indexOf(wrong);
            if (at < 0)
                continue;
            answer.findings.append({segment.text.id, segment.text.revision, QStringLiteral("hello.viet-nam"),
                                    Severity::Warning, QStringLiteral("Write \"Viet Nam\" in two words."),
                                    Span{}, Span{at, at + wrong.size()}, QStringLiteral("Viet Nam")});
        }
        return answer;
    }
};

VERBALE_EXPORT_PLUGIN(Hello)

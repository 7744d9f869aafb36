#pragma once

#include "plugins/machine-translation/engines/service_glossary.h"
#include "plugins/machine-translation/transport/http_exchange.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace verbale::mt {

/// How an engine wants inline codes in a text (judge/tag_codec.h writes and reads them).
enum class TagNotation {
    Xml,  ///< <g1>...</g1>, <x2/>; the text escaped, well-formed or the service refuses the request
    Html, ///< <span id="g1">...</span>, <span id="x2" class="notranslate"></span>; the text escaped, entities
          ///< in the answer decoded once
    Tokens, ///< <g1>...</g1>, <x2/> in a text that is not escaped: for models, which are told to keep them
};

/// What one request may hold, and how often one may go. A rate is set only where a service publishes one, as
/// most publish none: they say 429 when it is enough, which costs nothing, and the queue then waits and sends
/// less at once. Each engine's header says where its figures come from.
struct EngineLimits
{
    int maxItems = 1;
    qint64 maxCharacters = 0; ///< code points of all items together; 0: no limit
    qint64 maxBodyBytes = 0;  ///< 0: no limit
    int maxInFlight = 4;
    double requestsPerSecond = 0;                ///< 0: no limit
    std::chrono::milliseconds firstByte{15'000}; ///< from the last byte of the request on
};

/// One text to translate.
struct Item
{
    QByteArray key;       ///< the caller's own; engines do not send it
    QString text;         ///< NFC, in the engine's tag notation
    QString context = {}; ///< around it, for engines that take a context; never translated
    QList<TermPair> terms = {};
    QByteArray ledgerKey = {}; ///< the caller's own as well: what the text is known by, whatever its terms
    QString glossary = {};     ///< the service's id of the one that holds its terms: Engine::keepsGlossary()
    std::shared_ptr<const GlossaryStep> step = {}; ///< this is no text, but a request about that glossary
};

/// Characters as services count them.
qint64 codePoints(const QString &text);

/// What goes into one request.
struct Batch
{
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QList<Item> items;
};

/// A translation, as the engine wrote it: nobody has judged it yet (judge/judge.h).
struct ItemAnswer
{
    qsizetype item = 0; ///< index into Batch::items; each at most once in an answer
    QString text;
    std::optional<qint64> billedCharacters = {};
    bool truncated = false; ///< the service says that it stopped before the end
    bool kept = false;      ///< it was answered before; nothing was sent
    bool doubtful = false;  ///< perhaps another item's: not to be used
};

enum class FailureKind {
    NotSent,     ///< surely did not arrive: may be sent again by itself
    Unbilled,    ///< the contract says that it costs nothing: may be sent again by itself
    Limited,     ///< too fast: again after `retryAfter`
    Quota,       ///< used up: not again before the user acts
    Key,         ///< the key is wrong or may not do this
    Setup,       ///< address, model, glossary or language pair is not there: no item of it will go through
    BadRequest,  ///< refused for what it holds: half of it may go through
    Ambiguous,   ///< may have been charged: never again by itself
    BadAnswer,   ///< answered, and charged perhaps, with what is no translation
    Cancelled,   ///< by the user
    Unreachable, ///< no way to the service
    Certificate, ///< somebody else answered in its name
    Refused,     ///< our own rules: handling level, redirect, budget
};

struct Failure
{
    FailureKind kind = FailureKind::Ambiguous;
    Error error; ///< code "mt...", one sentence for people
    std::optional<std::chrono::milliseconds> retryAfter = {};
};

/// The answers of a batch, in any order. Fewer than the items only where the service says which it has
/// answered (ids, or an item's own error); the missing ones have no answer and may have been charged. Where
/// nothing but the position says what belongs together, a wrong number is a Failure.
using EngineAnswer = std::variant<QList<ItemAnswer>, Failure>;

/// One service: a request out, an answer in. Pure: no I/O, no state, no clock; thread-safe. Everything that
/// is the user's choice (address, model, glossary) is given to its constructor.
class Engine
{
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual QString id() const = 0;   ///< stable: "deepl", "azure", "generic:ministry"
    [[nodiscard]] virtual QString name() const = 0; ///< for people: "DeepL"
    [[nodiscard]] virtual QString url() const = 0;  ///< where texts go
    /// What changes a translation besides text, context and terms: address, model, glossary and its version,
    /// formality. For the cache's key; never a secret.
    [[nodiscard]] virtual QByteArray options() const = 0;
    [[nodiscard]] virtual EngineLimits limits() const = 0;
    [[nodiscard]] virtual TagNotation notation() const = 0;
    /// Whether the item's context and its terms go out with it; otherwise they do not belong to the cache's
    /// key.
    [[nodiscard]] virtual bool takesContext() const { return false; }
    [[nodiscard]] virtual bool takesTerms() const { return false; }
    /// Whether the terms reach the service in a glossary that it keeps: planGlossary() says which requests
    /// bring them there before the texts that have them go. `wanted`: all that it should have.
    [[nodiscard]] virtual bool keepsGlossary() const { return false; }
    [[nodiscard]] virtual GlossaryPlan planGlossary(const GlossaryState &, const QList<TermPair> &) const
    {
        return {};
    }
    [[nodiscard]] virtual bool needsKey() const { return true; }
    /// What an item is expected to cost, in characters as this service counts them (code points of what is
    /// sent, markup included, unless it says otherwise).
    [[nodiscard]] virtual qint64 estimatedCharacters(const Item &item) const;

    /// An item with a step is alone in its batch, and answered with the glossary's id. Errors: "mt.no-key",
    /// "mt.key-characters", "mt.language" (the service has no such language), "mt.address".
    [[nodiscard]] virtual Result<HttpRequest> request(const Batch &batch, const Secret &key) const = 0;
    [[nodiscard]] virtual EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const = 0;
};

} // namespace verbale::mt

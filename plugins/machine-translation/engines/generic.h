#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <memory>

namespace verbale::mt {

/// A service that a JSON file describes (docs/machine-translation-engines.md), such as a ministry's own:
///
/// {"schema": "verbale.engine/1", "id": "ministry", "name": "Ministry's translator",
///  "url": "https://mt.example.gov.vn/translate", "auth": {"header": "X-Api-Key", "prefix": ""},
///  "headers": {"X-Client": "Verbale"}, "languages": {"vi": "vie"},
///  "body": {"from": "${source}", "to": "${target}", "texts": "${texts}"},
///  "answer": {"texts": "/data/*/translation", "billed": "/data/*/characters"}, "tags": "html",
///  "limits": {"items": 50, "characters": 10000, "bodyBytes": 131072, "perSecond": 5, "inFlight": 2,
///  "firstByteSeconds": 30}, "statuses": {"limited": [429], "unbilled": [503], "quota": [402], "key": [401,
///  403]}}
///
/// In the body "${texts}" becomes the list of texts, "${text}" the one text of a request that holds one, and
/// ["${each}", X] the list of X for each text, in which "${text}" is that text. Statuses that the file does
/// not name are taken carefully: nothing is sent again that may have been charged. Limits that it does not
/// name: one text of 5,000 characters a request, two requests at a time, and no rate ("perSecond": 0), since
/// such a service is a house's own.
class GenericEngine : public Engine
{
public:
    /// Errors: "mt.engine-file", with what is wrong and where in the file.
    static Result<std::unique_ptr<GenericEngine>> fromJson(const QByteArray &json, const QString &file);
    ~GenericEngine() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString url() const override;
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override;
    [[nodiscard]] bool needsKey() const override;
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    struct Description;
    explicit GenericEngine(std::unique_ptr<Description> description);

    std::unique_ptr<const Description> m_description;
};

} // namespace verbale::mt

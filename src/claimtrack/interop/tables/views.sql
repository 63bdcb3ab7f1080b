-- What an editor asks first. Names are in the ledger's default language where there is one.

CREATE VIEW claim_overview AS
SELECT
    claims.id AS claim,
    coalesce(claims.said, occasions.date, articles.published) AS uttered,
    coalesce(claims.said_earliest, occasions.date_earliest, articles.published_earliest)
        AS uttered_earliest,
    coalesce(actors.name, outlets.name) AS speaker_name,
    claims.stance,
    propositions.text AS proposition_text,
    claims.statement,
    claims.value,
    (SELECT exact FROM claim_quotes WHERE claim_quotes.claim = claims.id AND position = 0)
        AS first_quote,
    articles.title AS article_title,
    outlets.name AS outlet_name,
    articles.url,
    claims.status_attribution,
    claims.status_lifecycle,
    claims.speaker,
    claims.proposition,
    claims.article
FROM claims
LEFT JOIN articles ON articles.id = claims.article
LEFT JOIN actors AS outlets ON outlets.id = articles.outlet
-- Where the article says so in its own voice, the outlet is named in the speaker's place.
LEFT JOIN actors ON actors.id = claims.speaker
LEFT JOIN occasions ON occasions.id = claims.occasion
LEFT JOIN propositions ON propositions.id = claims.proposition;

CREATE VIEW quote_overview AS
SELECT
    claim_quotes.claim,
    claim_quotes.position,
    claim_overview.speaker_name,
    claim_quotes.exact,
    coalesce(claim_quotes.language, articles.language) AS language,
    claim_overview.uttered,
    claim_overview.outlet_name,
    claim_overview.article_title,
    claim_overview.url,
    claim_overview.status_attribution
FROM claim_quotes
JOIN claim_overview ON claim_overview.claim = claim_quotes.claim
LEFT JOIN articles ON articles.id = claim_overview.article;

CREATE VIEW verdict_overview AS
SELECT
    proposition_verdicts.proposition,
    propositions.text AS proposition_text,
    proposition_verdicts.veracity,
    actors.name AS reviewer_name,
    proposition_verdicts.date,
    proposition_verdicts.label,
    proposition_verdicts.url,
    proposition_verdicts.lifecycle
FROM proposition_verdicts
JOIN propositions ON propositions.id = proposition_verdicts.proposition
LEFT JOIN actors ON actors.id = proposition_verdicts.reviewer;

-- Propositions that live claims affirm and deny.
CREATE VIEW disputes AS
SELECT
    propositions.id AS proposition,
    propositions.text AS proposition_text,
    sum(claims.stance = 'affirms') AS affirmed,
    sum(claims.stance = 'denies') AS denied,
    count(DISTINCT claims.speaker) AS speakers
FROM propositions
JOIN claims ON claims.proposition = propositions.id
WHERE claims.status_lifecycle = 'active'
GROUP BY propositions.id
HAVING affirmed > 0 AND denied > 0;

-- What each claim was taken from, as recorded: the hands in its chain, and what it is based on.
CREATE VIEW reliances AS
SELECT
    claim, 'chain' AS recorded_in, position, actor AS on_actor, article AS on_article,
    NULL AS on_claim, consulted
FROM claim_attribution_chain
UNION ALL
SELECT claim, 'based_on', position, NULL, based_on_article, based_on_claim, NULL
FROM claim_based_on;

CREATE VIEW speakers AS
SELECT
    actors.id AS actor,
    actors.name,
    actors.kind,
    count(*) AS claims,
    sum(claims.status_lifecycle = 'active') AS live_claims,
    count(DISTINCT claims.proposition) AS propositions,
    min(claim_overview.uttered_earliest) AS first_uttered,
    max(claim_overview.uttered_earliest) AS last_uttered
FROM claims
JOIN actors ON actors.id = claims.speaker
JOIN claim_overview ON claim_overview.claim = claims.id
GROUP BY actors.id;

-- What was sent to one webhook, latest first.
create index job_webhook on job ((payload ->> 'webhook'), created_at)
  where kind = 'deliver-webhook';

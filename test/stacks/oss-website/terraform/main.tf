terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "domain" {
  type    = string
  default = "example.com"
}

provider "alicloud" {
  region = "cn-shanghai"
}

resource "alicloud_oss_bucket" "site" {
  bucket = "site-example"

  website {
    index_document = "index.html"
  }
}

resource "alicloud_oss_bucket_cname" "site" {
  bucket = alicloud_oss_bucket.site.bucket
  domain = "www.${var.domain}"
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = "www"
  type        = "CNAME"
  value       = "site-example.oss-cn-shanghai.aliyuncs.com"
}

resource "alicloud_oss_bucket" "downloads" {
  bucket = "downloads-example"
}

resource "alicloud_oss_bucket_acl" "downloads" {
  bucket = alicloud_oss_bucket.downloads.bucket
  acl    = "public-read"
}
